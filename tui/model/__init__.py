"""What things are: frozen dataclasses of plain values, and the tree of errors. Nothing here touches the outside."""
