"""Reports: findings weighed into a verdict with reasons and coverage, as data that `papers` writes."""
