"""Lettering: text as drawings in mm, in faces drawn by docdesk and in fonts; and signatures."""
