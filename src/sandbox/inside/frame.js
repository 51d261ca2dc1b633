// Inside the sandboxed frame: starts a worker with the code it is given, and stops it. No line of a
// reader's code runs here, and nothing from the worker is handed on but that it lives or failed.
(() => {
  let worker = null;
  let url = '';

  function stop() {
    if (worker) worker.terminate();
    if (url) URL.revokeObjectURL(url);
    worker = null;
    url = '';
  }

  function start({ run, code, port }, tell) {
    url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
    worker = new Worker(url);
    worker.onmessage = () => tell({ kind: 'alive', run });
    worker.onerror = (event) => {
      event.preventDefault();
      const { message = '', lineno: line = 0, colno: column = 0 } = event;
      tell({ kind: line ? 'error' : 'blocked', run, message, line, column });
    };
    worker.postMessage(null, [port]);
  }

  function connect(event) {
    if (event.source !== parent || !event.ports[0]) return;
    removeEventListener('message', connect);
    const [line] = event.ports;
    const tell = (message) => line.postMessage(message);
    line.onmessage = ({ data }) => {
      stop();
      if (data.kind === 'stop') return;
      try {
        start(data, tell);
      } catch (error) {
        tell({ kind: 'blocked', run: data.run, message: String(error), line: 0, column: 0 });
      }
    };
  }

  addEventListener('message', connect);
  parent.postMessage('react-pancake:sandbox', '*');
})();
