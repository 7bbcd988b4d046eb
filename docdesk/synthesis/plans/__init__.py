"""Plans: how many of which documents, altered and captured how; and the work through one."""
