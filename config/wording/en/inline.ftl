# Answers in other chats: @bot and then the question.
inline-now = What is on now?
inline-next = What is next?
