// The form for many users: a file becomes the list that one sees and can change.
const form = document.getElementById('bulk');
const tooLong = document.getElementById('too-long');

form.addEventListener('change', async (event) => {
  const file = event.target.dataset.into && event.target.files[0];
  if (!file) {
    return;
  }
  const list = form.elements[event.target.dataset.into];
  const text = file.size > 4 * list.maxLength ? undefined : (await file.text()).trim();
  const fits = text !== undefined && text.length <= list.maxLength;
  tooLong.hidden = fits;
  if (fits) {
    list.value = text;
    form.elements.whom.value = 'LIST';
  }
});
