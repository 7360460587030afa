"""What counselors and admins see."""
