"""What any description needs to hold together: what is referred to exists, and ids are unique."""
