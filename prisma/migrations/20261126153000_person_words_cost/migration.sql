-- What the words of a name cost to make, so that the planner takes them from the index and not from each person.
ALTER FUNCTION person_words(text, text) COST 1000;
