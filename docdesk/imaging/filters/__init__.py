"""Display filters: what a person may lay over a picture to see more; the picture itself stays as it is."""
