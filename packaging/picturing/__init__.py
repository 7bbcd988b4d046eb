"""Takes pictures of the window: what is handed to it, how it is driven, what is shown in turn."""
