"""How ink or carbon gets onto a substrate: each process leaves its own hand, drawn at 1200 dpi."""
