package lesson

func Example() {}

// Exit: 127
