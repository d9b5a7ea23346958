// Straight to a WebSocket: the server offers nothing else, and asking first what it offers would cost a round trip.
Blazor.start({ circuit: { configureSignalR: connection => connection.withUrl('_blazor', { skipNegotiation: true, transport: 1 }) } });

// When the connection is gone the server has forgotten what was viewed; the browser forgets it too (C12).
// Only the text is taken out: the server draws these places anew when the connection is back.
const lost = ['components-reconnect-show', 'components-reconnect-paused', 'components-reconnect-failed', 'components-reconnect-rejected', 'components-reconnect-resume-failed'];

function forget() {
    for (const part of document.querySelectorAll('[data-record]')) {
        const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) texts.currentNode.data = '';
        for (const input of part.querySelectorAll('input')) input.value = '';
        for (const picture of part.querySelectorAll('canvas')) picture.width = 0;
        for (const named of part.querySelectorAll('[aria-label]')) named.removeAttribute('aria-label');
    }
}

const modal = document.getElementById('components-reconnect-modal');
if (modal) {
    new MutationObserver(() => { if (lost.some(state => modal.classList.contains(state))) forget(); })
        .observe(modal, { attributes: true, attributeFilter: ['class'] });
}

// The frame was drawn with the first page of the circuit: another language leads back to the page that is open now.
document.addEventListener('submit', event => {
    if (event.target.matches('form[data-language]')) event.target.elements.namedItem('page').value = location.pathname;
});

// A page that the browser kept for its back button is not shown from there.
addEventListener('pageshow', event => { if (event.persisted) location.reload(); });

// A file that the server made in its memory comes over the live connection: it never had an address, and nothing of it stays here.
async function savePortalFile(name, content, type = 'application/json') {
    const link = document.createElement('a');
    const bytes = await content.arrayBuffer();
    link.href = URL.createObjectURL(new Blob([bytes], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

// A document comes the same way, and is drawn into the page: text as text, a picture as dots. It has no address either.
async function showPortalDocument(place, content, type) {
    const bytes = await content.arrayBuffer();
    place.replaceChildren();
    if (type.startsWith('image/')) {
        const picture = await createImageBitmap(new Blob([bytes], { type }));
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [picture.width, picture.height];
        canvas.setAttribute('role', 'img');
        canvas.setAttribute('aria-label', place.dataset.picture);
        canvas.getContext('2d').drawImage(picture, 0, 0);
        picture.close();
        place.append(canvas);
    } else {
        place.append(new TextDecoder().decode(bytes));
    }
    new Uint8Array(bytes).fill(0);
    place.focus();
}

// Leaving without the mouse: the same form as the button, so that the server does the same (C19).
addEventListener('keydown', event => {
    if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey || event.code !== 'KeyX') return;
    const exit = document.querySelector('form[action="/exit"]');
    if (!exit) return;
    event.preventDefault();
    exit.requestSubmit();
});

function clearPortalDocument(place) {
    for (const picture of place.querySelectorAll('canvas')) picture.width = 0;
    place.replaceChildren();
}
