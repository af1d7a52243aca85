(() => {
  const filter = document.getElementById('filter');
  const count = document.getElementById('count');
  const entries = [...document.querySelectorAll('nav li')].map((item) => {
    const link = item.firstElementChild;
    return {
      item,
      words: `${link.title} ${link.textContent}`.toLowerCase(),
      section: document.getElementById(link.hash.slice(1)),
    };
  });

  const apply = () => {
    const wanted = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { item, words, section } of entries) {
      const matches = wanted.every((word) => words.includes(word));
      item.hidden = !matches;
      if (section) section.hidden = !matches;
      if (matches) shown += 1;
    }
    for (const group of document.querySelectorAll('nav details, section.group')) {
      group.hidden =
        wanted.length > 0 && !group.querySelector('li:not([hidden]), .operation:not([hidden]), .schema:not([hidden])');
    }
    count.textContent = wanted.length === 0 ? '' : `${shown} of ${entries.length}`;
  };

  let pending;
  filter.addEventListener('input', () => {
    clearTimeout(pending);
    pending = setTimeout(apply, 80);
  });
  // A link to something that the filter hides shows it.
  addEventListener('hashchange', () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target?.hidden) return;
    filter.value = '';
    apply();
    target.scrollIntoView();
  });
  addEventListener('keydown', (event) => {
    if (event.key !== '/' || /input|textarea/i.test(event.target.tagName)) return;
    event.preventDefault();
    filter.focus();
  });

  const element = (name, properties = {}, ...children) => {
    const created = Object.assign(document.createElement(name), properties);
    created.append(...children);
    return created;
  };
  const base = () =>
    localStorage.getItem('base') ?? (location.protocol.startsWith('http') ? location.origin : 'http://localhost:3000');

  /** A form with a field for each parameter, made when it is asked for. */
  const tryForm = (operation) => {
    const { method, path } = operation.dataset;
    const rows = [...operation.querySelectorAll('tr[data-name]')].filter((row) => row.dataset.in !== 'cookie');
    const server = element('input', { value: base(), type: 'url', required: true });
    const fields = rows.map((row) => ({
      ...row.dataset,
      input: element('input', { required: 'required' in row.dataset }),
    }));
    const hasBody = !['get', 'head'].includes(method);
    const body = element('textarea', {
      rows: 6,
      value: operation.querySelector('pre[data-example=request]')?.textContent ?? '',
    });
    const output = element('pre', { hidden: true });
    output.setAttribute('aria-live', 'polite');
    const form = element('form', { className: 'try' }, element('label', {}, 'Server ', server));
    for (const { name, in: place, input } of fields) form.append(element('label', {}, `${name} (${place}) `, input));
    if (hasBody) form.append(element('label', {}, 'Body ', body));
    form.append(element('button', {}, 'Send'), output);
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      localStorage.setItem('base', server.value);
      output.hidden = false;
      output.textContent = '…';
      output.textContent = await send(server.value, method, path, fields, hasBody ? body.value : '');
    });
    return form;
  };

  const send = async (server, method, path, fields, body) => {
    const filled = fields.filter(({ input }) => input.value !== '');
    const of = (place) => filled.filter((field) => field.in === place).map(({ name, input }) => [name, input.value]);
    const values = new Map(of('path'));
    const route = path.replace(/\{([^}+]+)\+?\}/g, (_, name) => encodeURIComponent(values.get(name) ?? ''));
    const query = new URLSearchParams(of('query')).toString();
    const headers = new Headers(of('header'));
    if (body !== '' && !headers.has('content-type')) headers.set('content-type', 'application/json');
    try {
      const started = performance.now();
      const url = server.replace(/\/$/, '') + route + (query === '' ? '' : `?${query}`);
      const response = await fetch(url, {
        method: method.toUpperCase(),
        headers,
        body: body === '' ? undefined : body,
      });
      const text = await response.text();
      return `${response.status} ${response.statusText}  ${Math.round(performance.now() - started)} ms\n\n${pretty(text)}`;
    } catch (error) {
      return `The request was not answered (${error.message}). Is the API running, and does it allow this page's origin (CORS)?`;
    }
  };

  const pretty = (text) => {
    try {
      return JSON.stringify(JSON.parse(text), null, 2);
    } catch {
      return text;
    }
  };

  for (const operation of document.querySelectorAll('.operation')) {
    const button = element('button', { type: 'button' }, 'Try it');
    button.setAttribute('aria-expanded', 'false');
    let form;
    button.addEventListener('click', () => {
      if (form) {
        form.hidden = !form.hidden;
      } else {
        form = tryForm(operation);
        operation.append(form);
      }
      button.setAttribute('aria-expanded', String(!form.hidden));
    });
    operation.append(button);
  }
})();
