"""Reports: findings weighed into a verdict with reasons and coverage. A report is data; `papers` writes it."""
