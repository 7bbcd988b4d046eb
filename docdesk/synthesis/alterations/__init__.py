"""What forgers do to a document, each with its mask and the cues that an examiner would see."""
