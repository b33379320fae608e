"""What screens and widgets say to each other: words only travel up."""
