"""What is pushed: its states, its pace, its delivery."""
