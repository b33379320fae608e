"""The only door to the network. `client.Web` fetches; what it brings are values (`model.outcome`), never exceptions."""
