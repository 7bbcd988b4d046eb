"""Sentences on the portraits that generated documents show."""

SENTENCES = {
    "synthesis.portrait_missing": "The file {file} of the portraits cannot be read; install docdesk again.",
    "synthesis.portrait_list_foreign": "The list of portraits ({file}) is not the one that came with docdesk; generated documents show no other faces.",
    "synthesis.portrait_foreign": "The portrait {file} is not the one that came with docdesk; generated documents show no other faces.",
}
