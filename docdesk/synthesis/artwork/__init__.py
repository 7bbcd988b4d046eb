"""Vector artwork by formula, in mm.

Each kind of art is a record that draws itself."""
