"""What documents are made of: inks and substrates, with what each shows under white, IR and UV light."""
