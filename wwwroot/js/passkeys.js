// Asks the browser for a passkey and puts its answer into the form, which is then posted like any other. The question stands in the page; nothing is fetched.
for (const form of document.querySelectorAll('form[data-passkey]')) {
    const said = form.querySelector('[data-passkey-said]');
    const say = text => { if (said) { said.textContent = text; said.hidden = false; } };
    if (!window.PublicKeyCredential || !PublicKeyCredential.parseCreationOptionsFromJSON) {
        say(form.dataset.unsupported);
        continue;
    }
    form.hidden = false;
    form.addEventListener('submit', async event => {
        const answer = form.querySelector('[name=Passkey]');
        if (answer.value) return;
        event.preventDefault();
        try {
            const question = JSON.parse(form.dataset.question);
            const credential = form.dataset.passkey === 'new'
                ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(question) })
                : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question) });
            answer.value = JSON.stringify(credential.toJSON());
            form.requestSubmit();
        } catch {
            say(form.dataset.failed);
        }
    });
}
