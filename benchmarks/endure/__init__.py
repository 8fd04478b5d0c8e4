"""The Haarlem day from the evening before to the drinks, played against the real bot, with kill -9 in the middle."""
