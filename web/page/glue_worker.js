// Emscripten's own script in the worker.

importScripts(GOPARK_GLUE);

export default self.createGopark;
