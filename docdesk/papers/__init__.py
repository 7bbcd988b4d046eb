"""Writers: a report as JSON for programs and as text for people. They add nothing to what it says."""
