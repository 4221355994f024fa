// Live news while the page is looked at, and one-key answers. Everything works without this file.
(() => {
	'use strict';

	let source = null;

	const listen = () => {
		if (document.hidden || source || !document.querySelector('[data-live]')) {
			return;
		}
		source = new EventSource('/ops/live');
		source.addEventListener('news', (event) => event.data.split(' ').forEach((topic) =>
			document.body.dispatchEvent(new CustomEvent('live-' + topic))));
	};

	const rest = () => {
		if (source) {
			source.close();
			source = null;
		}
	};

	document.addEventListener('visibilitychange', () => document.hidden ? rest() : listen());
	window.addEventListener('pagehide', rest);
	window.addEventListener('pageshow', listen);

	// What is open stays open when a part of the page is renewed.
	document.addEventListener('htmx:beforeSwap', (event) => {
		const open = [...event.detail.target.querySelectorAll('details[open][id]')].map((each) => each.id);
		const focused = event.detail.target.contains(document.activeElement) && document.activeElement.id;
		const busy = event.detail.target.contains(document.activeElement)
			&& document.activeElement.matches('input, select, textarea');
		if (busy) {
			event.detail.shouldSwap = false;
			return;
		}
		document.addEventListener('htmx:afterSettle', () => open.forEach((id) => {
			const again = document.getElementById(id);
			if (again) {
				again.open = true;
			}
		}), { once: true });
		if (focused) {
			document.addEventListener('htmx:afterSettle', () => document.getElementById(focused)?.focus(), { once: true });
		}
	});

	// What was done is said once; whoever settles entries one by one goes on with the next.
	const here = new URL(location.href);
	if (here.searchParams.has('said')) {
		here.searchParams.delete('said');
		history.replaceState(null, '', here);
		document.querySelector('[data-entry]')?.focus();
	}

	// A key acts on the entry that has the focus, and never while somebody types.
	document.addEventListener('keydown', (event) => {
		if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input, select, textarea')) {
			return;
		}
		const entry = event.target.closest('[data-entry]');
		if (!entry) {
			if (event.key === 'j') {
				document.querySelector('[data-entry]')?.focus();
			}
			return;
		}
		const button = entry.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
		const step = { j: 1, k: -1 }[event.key];
		if (button) {
			event.preventDefault();
			button.click();
		} else if (step) {
			const entries = [...document.querySelectorAll('[data-entry]')];
			const next = entries[entries.indexOf(entry) + step];
			if (next) {
				event.preventDefault();
				next.focus();
			}
		}
	});
})();
