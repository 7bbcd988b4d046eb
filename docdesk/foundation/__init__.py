"""The ground floor: messages, errors, geometry, clock and progress that every room may use."""
