"""The viewing kit of the whole product: deep pictures, linked views, comparing, marking, filters."""
