// SPDX-License-Identifier: Apache-2.0
// Everything that comes from documents is put into the page as text, never as markup.
(() => {
  'use strict';
  const data = JSON.parse(document.getElementById('review-data').textContent);
  const ROWS_AT_ONCE = 150;
  const ROADS_AT_ONCE = 100;
  const COLUMNS_BEFORE_FOLDING = 60;
  const ROWS_ON_PAPER = 400;
  const COLUMNS_ON_PAPER = 26;
  const NONE = { id: 'NONE', sign: '–', word: 'no such road', meaning: 'there is no such road to this container' };
  const $ = (id) => document.getElementById(id);
  const stateOf = (number) => (number < 0 ? NONE : data.states[number]);

  /** An element: attributes by name, children are elements or text. */
  function el(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === true) element.setAttribute(name, '');
      else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
    }
    for (const child of children.flat(Infinity)) {
      if (child !== null && child !== undefined) element.append(child);
    }
    return element;
  }
  /** A name from a document: direction marks within it do not reorder what stands around it. */
  const name = (text, className) => el('bdi', { class: className }, text);
  const plural = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
  const last = (arn) => arn.substring(arn.lastIndexOf(':') + 1);
  const clusterName = (number) => last(data.clusters[number]).replace(/^cluster\//, '');
  const groupName = (row) => {
    const members = data.principals[row];
    return members.length === 1 ? members[0][0] : `${members[0][0]} and ${members.length - 1} more`;
  };
  const targetName = (target) => `${target.g} / ${target.n}`;

  const requests = new Map();
  for (const [row, column, kind, ...commands] of data.requests) {
    requests.set(`${row} ${column} ${kind}`, commands.map((number) => data.commands[number]));
  }

  // ---- what the filters leave -------------------------------------------------------------------------------------------------

  const filter = { principal: '', cluster: '', container: '', state: '', kind: '' };
  const folded = new Set();
  const expanded = new Set();
  let rowsShown = ROWS_AT_ONCE;
  let roadsShown = ROADS_AT_ONCE;

  if (data.targets.length > COLUMNS_BEFORE_FOLDING) data.clusters.forEach((arn, number) => folded.add(number));

  /** The state of a cell: of the whole, or of the one road that the filter names. */
  function cellState(row, column) {
    const cell = data.cells[data.matrix[row][column]];
    if (filter.kind === '') return cell.s;
    const road = cell.r.map((number) => data.roads[number]).find((it) => it.k === Number(filter.kind));
    return road ? road.s : -1;
  }
  const isOpen = (state) => state >= 0 && ['OPEN', 'CONDITIONAL', 'SIDE_ROAD'].includes(data.states[state].id);
  const wanted = (state) => filter.state === '' || state === Number(filter.state);
  const contains = (text, part) => text.toLowerCase().includes(part);

  function visible() {
    const columns = data.targets.map((target, number) => number).filter((number) => {
      const target = data.targets[number];
      return (filter.cluster === '' || target.c === Number(filter.cluster))
        && (filter.container === '' || contains(`${target.g}/${target.n} ${target.t.join(' ')}`, filter.container));
    });
    const rows = data.principals.map((members, number) => number).filter((number) =>
      (filter.principal === '' || data.principals[number].some((member) => contains(member[1], filter.principal)))
      && (filter.state === '' || columns.some((column) => wanted(cellState(number, column)))));
    const kept = filter.state === '' ? columns
      : columns.filter((column) => rows.some((row) => wanted(cellState(row, column))));
    return { rows, columns: kept };
  }

  /** Columns as they are shown: a folded cluster is one of them. */
  function shownColumns(columns) {
    const shown = [];
    for (const number of columns) {
      const cluster = data.targets[number].c;
      const previous = shown[shown.length - 1];
      if (!folded.has(cluster)) shown.push({ cluster, targets: [number] });
      else if (previous && previous.cluster === cluster) previous.targets.push(number);
      else shown.push({ cluster, targets: [number], folded: true });
    }
    return shown;
  }
  const strongest = (row, targets) => targets.reduce((best, column) => {
    const state = cellState(row, column);
    return state >= 0 && (best < 0 || state < best) ? state : best;
  }, -1);

  // ---- the matrix -------------------------------------------------------------------------------------------------------------

  let cursor = { row: 0, column: 0 };
  let current = { rows: [], columns: [] };

  function openRoads(row, targets) {
    const kinds = new Set();
    for (const column of targets) {
      for (const number of data.cells[data.matrix[row][column]].r) {
        if (isOpen(data.roads[number].s)) kinds.add(data.roads[number].k);
      }
    }
    return kinds.size;
  }

  function cellContent(row, targets) {
    const state = stateOf(strongest(row, targets));
    const roads = openRoads(row, targets);
    const parts = [el('span', { class: 'sign', 'aria-hidden': 'true' }, state.sign)];
    if (filter.kind === '' && roads > 1) parts.push(el('span', { class: 'also', 'aria-hidden': 'true' }, String(roads)));
    return { state, roads, parts };
  }

  function columnLabel(column) {
    const target = data.targets[column.targets[0]];
    if (column.folded) return `${clusterName(column.cluster)}: ${plural(column.targets.length, 'container')}`;
    return `${clusterName(target.c)}, ${targetName(target)}`;
  }

  function headers(columns) {
    const clusters = el('tr', { role: 'row' }, el('th', { class: 'corner', role: 'columnheader', scope: 'col', rowspan: 2 }, 'Principal'));
    for (let i = 0; i < columns.length;) {
      let end = i;
      while (end < columns.length && columns[end].cluster === columns[i].cluster) end++;
      const number = columns[i].cluster;
      const isFolded = folded.has(number);
      const fold = el('button', { class: 'fold', type: 'button', 'aria-expanded': String(!isFolded),
        'aria-label': `${isFolded ? 'Unfold' : 'Fold'} cluster ${clusterName(number)}` }, isFolded ? '▸' : '▾');
      fold.addEventListener('click', () => {
        if (!folded.delete(number)) folded.add(number);
        drawGrid();
      });
      clusters.append(el('th', { class: 'edge', role: 'columnheader', scope: 'colgroup', colspan: end - i, title: data.clusters[number] },
        fold, name(clusterName(number))));
      i = end;
    }
    const names = el('tr', { role: 'row' }, columns.map((column, i) => {
      const target = data.targets[column.targets[0]];
      const text = column.folded ? el('span', {}, plural(column.targets.length, 'column'))
        : el('span', {}, name(target.g), el('span', { class: 'soft' }, ' / '), name(target.n),
          target.t.length > 1 ? el('span', { class: 'soft' }, ` ×${target.t.length}`) : null,
          target.e ? null : el('span', { class: 'soft' }, ' (exec off)'));
      const edge = i === 0 || columns[i - 1].cluster !== column.cluster;
      return el('th', { role: 'columnheader', scope: 'col', class: edge ? 'edge' : null, title: columnLabel(column) },
        el('div', { class: 'column' }, text));
    }));
    return [clusters, names];
  }

  function rowHeader(row) {
    const members = data.principals[row];
    if (members.length === 1) return el('th', { role: 'rowheader', scope: 'row' }, name(members[0][0]));
    const isExpanded = expanded.has(row);
    const toggle = el('button', { class: 'toggle', type: 'button', 'aria-expanded': String(isExpanded) },
      isExpanded ? 'fewer' : `+${members.length - 1} alike`);
    toggle.addEventListener('click', () => {
      if (!expanded.delete(row)) expanded.add(row);
      drawGrid();
    });
    return el('th', { role: 'rowheader', scope: 'row' }, name(members[0][0]), toggle,
      isExpanded ? el('ul', { class: 'members' }, members.slice(1).map((member) => el('li', {}, name(member[0])))) : null);
  }

  function drawGrid() {
    const { rows, columns } = visible();
    const shown = shownColumns(columns);
    current = { rows: rows.slice(0, rowsShown), columns: shown };
    const body = el('tbody', {}, current.rows.map((row, r) => el('tr', { role: 'row', 'aria-rowindex': r + 3 }, rowHeader(row),
      shown.map((column, c) => {
        const { state, roads, parts } = cellContent(row, column.targets);
        const edge = c === 0 || shown[c - 1].cluster !== column.cluster;
        return el('td', { role: 'gridcell', tabindex: -1, 'data-row': row, 'data-r': r, 'data-c': c, 'data-state': state.id,
          class: `state-${state.id}${edge ? ' edge' : ''}${filter.state !== '' && state !== stateOf(Number(filter.state)) ? ' dim' : ''}`,
          'aria-label': `${groupName(row)}, ${columnLabel(column)}: ${state.word}${roads ? `, ${plural(roads, 'open road')}` : ''}` },
        parts);
      }))));
    $('grid').replaceChildren(el('thead', {}, headers(shown)), body);
    $('grid').setAttribute('aria-rowcount', rows.length + 2);
    cursor = { row: Math.min(cursor.row, Math.max(0, current.rows.length - 1)), column: Math.min(cursor.column, Math.max(0, shown.length - 1)) };
    const start = cellAt(cursor.row, cursor.column);
    if (start) start.tabIndex = 0;
    const more = rows.length - current.rows.length;
    $('more-rows').hidden = more <= 0;
    $('more-rows').textContent = `Show ${Math.min(more, ROWS_AT_ONCE)} more of ${rows.length} rows`;
    const members = rows.reduce((sum, row) => sum + data.principals[row].length, 0);
    $('count').textContent = rows.length && columns.length
      ? `${plural(members, 'principal')} in ${plural(rows.length, 'row')}, ${plural(columns.length, 'column')}`
      : 'Nothing matches these filters.';
  }

  const cellAt = (row, column) => $('grid').querySelector(`td[data-r="${row}"][data-c="${column}"]`);

  function moveTo(row, column) {
    const next = cellAt(Math.max(0, Math.min(row, current.rows.length - 1)), Math.max(0, Math.min(column, current.columns.length - 1)));
    if (!next) return;
    const before = cellAt(cursor.row, cursor.column);
    if (before) before.tabIndex = -1;
    cursor = { row: Number(next.dataset.r), column: Number(next.dataset.c) };
    next.tabIndex = 0;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    keepClearOfHeaders(next);
  }

  /** Sticky headers lie over the cells; what has the focus must not hide behind them. */
  function keepClearOfHeaders(cell) {
    const box = $('grid').parentElement;
    const edge = box.getBoundingClientRect();
    const place = cell.getBoundingClientRect();
    const head = $('grid').tHead.getBoundingClientRect().height;
    const side = cell.parentElement.cells[0].getBoundingClientRect().width;
    box.scrollTop -= Math.max(0, edge.top + head - place.top);
    box.scrollLeft -= Math.max(0, edge.left + side - place.left);
  }

  $('grid').addEventListener('keydown', (event) => {
    const cell = event.target.closest('td[role=gridcell]');
    if (!cell || event.altKey || event.metaKey) return;
    const row = Number(cell.dataset.r);
    const column = Number(cell.dataset.c);
    const end = current.columns.length - 1;
    const moves = {
      ArrowUp: [row - 1, column], ArrowDown: [row + 1, column], ArrowLeft: [row, column - 1], ArrowRight: [row, column + 1],
      PageUp: [row - 10, column], PageDown: [row + 10, column],
      Home: [event.ctrlKey ? 0 : row, 0], End: [event.ctrlKey ? current.rows.length - 1 : row, end],
    };
    if (moves[event.key]) moveTo(...moves[event.key]);
    else if (event.key === 'Enter' || event.key === ' ') choose(cell);
    else return;
    event.preventDefault();
  });
  $('grid').addEventListener('click', (event) => {
    const cell = event.target.closest('td[role=gridcell]');
    if (cell) {
      moveTo(Number(cell.dataset.r), Number(cell.dataset.c));
      choose(cell);
    }
  });

  // ---- why: the panel of a cell -------------------------------------------------------------------------------------------------

  let chosen = null;

  function choose(cell) {
    const column = current.columns[Number(cell.dataset.c)];
    if (column.folded) {
      folded.delete(column.cluster);
      drawGrid();
      moveTo(cursor.row, cursor.column);
      return;
    }
    if (chosen) chosen.classList.remove('chosen');
    chosen = cell;
    chosen.classList.add('chosen');
    explain(Number(cell.dataset.row), column.targets[0]);
  }

  function badge(state) {
    return el('span', { class: `badge state-${state.id}` }, `${state.sign} ${state.word}`);
  }

  function statement(number) {
    const [layer, policy, sid, place] = data.statements[number];
    return el('li', {}, name(place, 'mono'), sid ? [' (', name(sid), ')'] : null, el('span', { class: 'soft' }, ` ${layer}: `), name(policy, 'soft'));
  }

  function facts(list) {
    return el('dl', { class: 'facts' }, list.filter((fact) => fact).map(([term, ...values]) => [el('dt', {}, term), el('dd', {}, values)]));
  }

  function roadBody(road) {
    const closed = road.closedBy.filter((number) => !road.by.includes(number));
    return facts([
      road.onlyIf.length ? ['Only if', el('ul', {}, road.onlyIf.map((text, i) => el('li', {}, i ? 'or ' : '', name(text))))] : null,
      road.by.length ? [isOpen(road.s) ? 'Allowed by' : 'Decided by', el('ul', {}, road.by.map(statement))] : null,
      closed.length ? ['Closed by', el('ul', {}, closed.map(statement))] : null,
      ['Because', name(road.because)],
    ]);
  }

  function command(line) {
    const copy = el('button', { type: 'button' }, 'Copy');
    copy.addEventListener('click', () => {
      const done = () => { copy.textContent = 'Copied'; };
      if (navigator.clipboard) navigator.clipboard.writeText(line).then(done, () => selectText(pre));
      else selectText(pre);
    });
    const pre = el('pre', { class: 'mono', dir: 'ltr' }, line);
    return el('div', { class: 'command' }, pre, copy);
  }

  function selectText(element) {
    getSelection().selectAllChildren(element);
  }

  function commandsOf(row, column, road) {
    if (!isOpen(road.s)) return [];
    const lines = requests.get(`${row} ${column} ${road.k}`);
    if (!lines) {
      return [el('p', { class: 'soft' }, `This page holds the requests of ${data.mostRequests} open roads; `
        + '`execward review --format json` writes all of them.')];
    }
    return [el('p', { class: 'soft' }, lines.length > 1 ? 'Requests, all of which are allowed:' : 'A request that is allowed:'), ...lines.map(command)];
  }

  function roadBox(row, column, road) {
    const kind = data.kinds[road.k];
    return el('div', { class: 'road' },
      el('div', { class: 'head' }, el('h3', {}, kind.text), badge(stateOf(road.s)), el('span', { class: 'meaning' }, kind.meaning)),
      roadBody(road), ...commandsOf(row, column, road));
  }

  function explain(row, column) {
    const cell = data.cells[data.matrix[row][column]];
    const target = data.targets[column];
    const roads = cell.r.map((number) => data.roads[number]);
    const open = roads.filter((road) => isOpen(road.s));
    const rest = roads.filter((road) => !isOpen(road.s));
    const close = el('button', { type: 'button' }, 'Close (Esc)');
    close.addEventListener('click', closePanel);
    const members = data.principals[row];
    const [first, ...others] = rest;
    const shut = open.length ? rest : others;
    $('panel').replaceChildren(
      el('header', {}, el('h2', { id: 'panel-title' }, name(groupName(row)), ' → ', name(`${clusterName(target.c)}: ${targetName(target)}`)), close),
      el('p', { class: 'lead' }, badge(stateOf(cell.s)), ' ', stateOf(cell.s).meaning),
      facts([
        [members.length > 1 ? 'Principals' : 'Principal', el('ul', {}, members.map((member) => el('li', {}, name(member[1], 'mono'))))],
        ['Cluster', name(data.clusters[target.c], 'mono')],
        [target.t.length > 1 ? 'Tasks' : 'Task', el('ul', {}, target.t.map((task) => el('li', {}, name(task, 'mono'))))],
        ['Container', name(target.n, 'mono'), target.e ? '' : ' (exec is off for the task: a permission waits for it)'],
        ['Task role', target.r < 0 ? 'none, or not known' : name(data.roles[target.r], 'mono')],
      ]),
      ...open.map((road) => roadBox(row, column, road)),
      open.length || !first ? '' : roadBox(row, column, first),
      shut.length ? el('details', { class: 'closed-roads', open: true },
        el('summary', {}, `${plural(shut.length, 'other road')}, not open`), shut.map((road) => roadBox(row, column, road))) : '');
    $('panel').hidden = false;
    $('panel').scrollTop = 0;
    $('panel').focus();
  }

  function closePanel() {
    if ($('panel').hidden) return;
    $('panel').hidden = true;
    if (chosen) {
      chosen.classList.remove('chosen');
      const back = chosen.isConnected ? chosen : cellAt(cursor.row, cursor.column);
      if (back) back.focus();
    }
    chosen = null;
  }
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') closePanel();
  });

  // ---- open roads as a list -------------------------------------------------------------------------------------------------------

  /** Entries for row after row, until there are more than are shown. */
  function roadEntries() {
    const { rows, columns } = visible();
    const entries = new Map();
    for (const row of rows) {
      if (entries.size > roadsShown) break;
      for (const column of columns) {
        for (const number of data.cells[data.matrix[row][column]].r) {
          const road = data.roads[number];
          if (!isOpen(road.s) || (filter.kind !== '' && road.k !== Number(filter.kind))) continue;
          if (filter.state !== '' && !wanted(cellState(row, column))) continue;
          const key = row * data.roads.length + number;
          if (!entries.has(key)) entries.set(key, { row, road, columns: [] });
          entries.get(key).columns.push(column);
        }
      }
    }
    return [...entries.values()];
  }

  function where(columns) {
    const byCluster = new Map();
    for (const column of columns) {
      const cluster = data.targets[column].c;
      if (!byCluster.has(cluster)) byCluster.set(cluster, []);
      byCluster.get(cluster).push(column);
    }
    return el('ul', {}, [...byCluster].map(([cluster, theirs]) => {
      const all = data.targets.filter((target) => target.c === cluster).length;
      const text = theirs.length === all && all > 1 ? 'every container' : theirs.map((column) => targetName(data.targets[column])).join(', ');
      return el('li', {}, el('b', {}, name(clusterName(cluster))), ': ', name(text));
    }));
  }

  function drawRoads() {
    const entries = roadEntries();
    const shown = entries.slice(0, roadsShown);
    const items = shown.map(({ row, road, columns }) => {
      const kind = data.kinds[road.k];
      const request = el('details', { class: 'more' }, el('summary', {}, 'Request'));
      request.addEventListener('toggle', () => {
        if (request.open && request.childElementCount === 1) request.append(...commandsOf(row, columns[0], road));
      });
      return el('li', { class: 'road' },
        el('div', { class: 'head' }, el('h3', { class: 'names' }, name(groupName(row))), badge(stateOf(road.s)), el('b', {}, kind.text), el('span', { class: 'meaning' }, kind.meaning)),
        facts([['Into', where(columns)]]), roadBody(road), request);
    });
    $('road-list').replaceChildren(...(items.length ? items : [el('li', { class: 'soft' }, 'No open road within the filters.')]));
    const more = entries.length - shown.length;
    $('more-roads').hidden = more <= 0;
    $('more-roads').textContent = 'Show more roads';
  }

  // ---- what does not change -----------------------------------------------------------------------------------------------------------

  function drawOverview() {
    const { summary } = data;
    $('scope').textContent = `${summary.accounts.length === 1 ? 'Account' : 'Accounts'} ${summary.accounts.join(', ')} · `
      + `${plural(summary.principals, 'principal')} · ${plural(summary.tasks, 'task')} in ${plural(summary.clusters.length, 'cluster')} · `
      + `catalog of ${data.completeness.catalogDate}`;
    const tile = (number, what, className) => el('li', { class: className }, el('span', { class: 'number' }, String(number)), el('span', { class: 'what' }, what));
    const count = (id) => summary.states[data.states.findIndex((state) => state.id === id)];
    $('tiles').replaceChildren(
      tile(summary.principals, 'principals, of whom', ''),
      tile(count('OPEN'), 'may open a shell somewhere', 'OPEN'),
      tile(count('CONDITIONAL'), 'may under conditions only', 'CONDITIONAL'),
      tile(count('SIDE_ROAD'), 'have a side road only', 'SIDE_ROAD'),
      tile(count('UNDECIDED'), 'undecided: facts are missing', 'UNDECIDED'),
      tile(count('DENIED') + count('NOT_ALLOWED'), 'have no road at all'),
      tile(summary.roles.length, 'task roles are reached'));
    const missing = data.completeness.missingPolicies.length;
    if (missing) {
      $('limits').replaceChildren(el('p', { class: 'notice' }, `The text of ${plural(missing, 'managed policy').replace('policys', 'policies')} was not supplied: `
        + 'whoever has one is not judged as if it were empty. See “What this rests on”.'));
    }
    const head = ['Cluster', 'Tasks', 'Open', 'Only if', 'Side road', 'Undecided', 'Closed'];
    const numbers = (states) => [0, 1, 2, 3].map((i) => el('td', { class: 'n' }, String(states[i])))
      .concat(el('td', { class: 'n' }, String(states[4] + states[5])));
    $('clusters').replaceChildren(
      el('thead', {}, el('tr', {}, head.map((text, i) => el('th', { scope: 'col', class: i ? 'n' : null }, text)), el('th', { scope: 'col' }, 'Task roles reached'))),
      el('tbody', {}, summary.clusters.map((cluster) => el('tr', {}, el('th', { scope: 'row' }, name(clusterName(cluster.c))), el('td', { class: 'n' }, String(cluster.tasks)),
        numbers(cluster.states), el('td', {}, name(cluster.roles.map((role) => last(data.roles[role])).join(', ') || 'none'))))));
  }

  function drawLegend() {
    $('legend').replaceChildren(...data.states.map((state) => el('li', {}, el('span', { class: `key state-${state.id}`, 'aria-hidden': 'true' }, state.sign),
      el('b', {}, state.word), ` ${state.meaning}`)), el('li', {}, 'A small number counts the open roads.'));
  }

  function drawRoles() {
    const names = (rows) => name(rows.flatMap((row) => data.principals[row].map((member) => member[0])).join(', ') || '–');
    $('role-table').replaceChildren(
      el('thead', {}, el('tr', {}, ['Task role', 'Reached by', 'Only under conditions by'].map((text) => el('th', { scope: 'col' }, text)))),
      el('tbody', {}, data.summary.roles.map((role) => el('tr', {}, el('th', { scope: 'row' }, name(last(data.roles[role.r]))),
        el('td', {}, names(role.by)), el('td', {}, names(role.onlyIf))))));
  }

  function drawBasis() {
    const { completeness } = data;
    const list = (items) => el('ul', { class: 'basis-list' }, items.map((text) => el('li', {}, name(text))));
    $('basis-body').replaceChildren(
      list(completeness.statements),
      el('p', { class: 'hash' }, 'Asked with: ', data.options ? name(data.options, 'mono') : 'no limits, nothing told'),
      completeness.notSupplied.length ? el('h3', {}, 'Not supplied') : '',
      completeness.notSupplied.length ? list(completeness.notSupplied) : '',
      completeness.missingPolicies.length ? el('h3', {}, 'Managed policies without text') : '',
      completeness.missingPolicies.length ? list(completeness.missingPolicies) : '',
      data.openRoads > data.mostRequests ? el('p', { class: 'notice' }, `Of ${data.openRoads} open roads this page holds the requests of the first `
        + `${data.mostRequests}; the JSON form holds all.`) : '',
      el('h3', {}, 'Documents'),
      el('p', { class: 'hash' }, 'SHA-256 of all: ', el('span', { class: 'mono' }, completeness.hash), ` · service catalog of ${completeness.catalogDate}`),
      el('div', { class: 'scroll' }, el('table', { class: 'plain' },
        el('thead', {}, el('tr', {}, ['Document', 'Kind', 'SHA-256'].map((text) => el('th', { scope: 'col' }, text)))),
        el('tbody', {}, completeness.inputs.map(([file, kind, hash]) => el('tr', {}, el('td', {}, name(file)), el('td', {}, kind), el('td', { class: 'hash mono' }, hash)))))));
  }

  /** On paper the matrix is cut into tables that fit the width. */
  function drawPaper() {
    const { rows, columns } = visible();
    const tables = [];
    for (let start = 0; start < columns.length; start += COLUMNS_ON_PAPER) {
      const part = columns.slice(start, start + COLUMNS_ON_PAPER);
      const groups = [];
      for (const column of part) {
        const { c } = data.targets[column];
        if (groups.length && groups[groups.length - 1].c === c) groups[groups.length - 1].n++;
        else groups.push({ c, n: 1 });
      }
      tables.push(el('table', {}, columns.length > COLUMNS_ON_PAPER ? el('caption', {}, `Columns ${start + 1} to ${start + part.length} of ${columns.length}`) : null,
        el('thead', {}, el('tr', {}, el('th', { rowspan: 2 }, 'Principal'), groups.map((group) => el('th', { colspan: group.n }, name(clusterName(group.c))))),
          el('tr', {}, part.map((column) => el('th', {}, el('div', { class: 'column' }, name(targetName(data.targets[column]))))))),
        el('tbody', {}, rows.slice(0, ROWS_ON_PAPER).map((row) => el('tr', {}, el('th', {}, name(data.principals[row].map((member) => member[0]).join(', '))),
          part.map((column) => {
            const { state, parts } = cellContent(row, [column]);
            return el('td', { class: `state-${state.id}` }, parts);
          }))))));
    }
    if (rows.length > ROWS_ON_PAPER) tables.push(el('p', {}, `Rows 1 to ${ROWS_ON_PAPER} of ${rows.length}; filter, or use the CSV form, for the others.`));
    $('paper').replaceChildren(...tables);
  }
  addEventListener('beforeprint', drawPaper);
  addEventListener('afterprint', () => $('paper').replaceChildren());

  // ---- filters ------------------------------------------------------------------------------------------------------------------------

  function fill(select, texts) {
    texts.forEach((text, number) => select.append(el('option', { value: number }, text)));
  }
  function refilter() {
    filter.principal = $('f-principal').value.trim().toLowerCase();
    filter.cluster = $('f-cluster').value;
    filter.container = $('f-container').value.trim().toLowerCase();
    filter.state = $('f-state').value;
    filter.kind = $('f-kind').value;
    rowsShown = ROWS_AT_ONCE;
    roadsShown = ROADS_AT_ONCE;
    closePanel();
    drawGrid();
    drawRoads();
  }
  fill($('f-cluster'), data.clusters.map((arn, number) => clusterName(number)));
  fill($('f-state'), data.states.map((state) => `${state.sign} ${state.word}`));
  fill($('f-kind'), data.kinds.map((kind) => kind.text));
  $('filters').addEventListener('input', refilter);
  $('filters').addEventListener('reset', () => setTimeout(refilter));
  $('filters').addEventListener('submit', (event) => event.preventDefault());
  $('more-rows').addEventListener('click', () => { rowsShown += ROWS_AT_ONCE; drawGrid(); });
  $('more-roads').addEventListener('click', () => { roadsShown += ROADS_AT_ONCE; drawRoads(); });

  drawOverview();
  drawLegend();
  drawRoles();
  drawBasis();
  refilter();
})();
