"""What every room stands on: findings, places, values that print themselves, numbers as Belgians write them."""
