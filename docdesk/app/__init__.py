"""Start-up: the command line and the only place that wires real engines to the walks."""
