"""The viewing kit, one for the whole product: deep pictures, linked views, comparing, measuring, marking, filters."""
