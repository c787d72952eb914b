// Asks again for what could not be answered. A form that was sent is sent again, with all that was filled in, once its
// sender tells the browser that it may; asking for the address alone would show the form empty.
setTimeout(() => location.reload(), 20000);
