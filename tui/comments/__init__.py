"""The thread under a review, from wherever a site keeps it."""
