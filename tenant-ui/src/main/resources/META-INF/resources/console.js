// Reads a file of the operator's own machine into the text that it is chosen for; nothing is sent.
document.addEventListener('change', async (event) => {
  const file = event.target.closest('input[type=file][data-into]')?.files[0];
  if (file) {
    document.getElementById(event.target.dataset.into).value = await file.text();
  }
});
