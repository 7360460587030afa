"""What people read: gettext catalogues (Indonesian is the reference), money and dates."""
