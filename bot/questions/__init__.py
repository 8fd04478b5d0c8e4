"""From a sentence to an answer: words, clock times, parsing, answering."""
