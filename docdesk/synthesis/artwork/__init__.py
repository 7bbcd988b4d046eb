"""Vector artwork by formula, in mm: each kind of art is a record that draws itself."""
