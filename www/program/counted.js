// How much of a file has arrived.

/** The same response; `tell` hears which share of its `bytes` has been read, from 0 to 1. */
export function counted(response, bytes, tell) {
  if (!self.ReadableStream || !response.body) return response;
  const reader = response.body.getReader();
  let read = 0;
  const body = new ReadableStream({
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) return controller.close();
      read += value.length;
      tell(Math.min(read / bytes, 1));
      controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return new Response(body, response);
}
