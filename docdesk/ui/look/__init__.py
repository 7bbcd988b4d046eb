"""How docdesk looks: palettes, icons, the signs of outcomes."""
