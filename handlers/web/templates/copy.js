// Copies the address; without a script the field itself can be selected.
const button = document.getElementById("copy");
const field = document.getElementById("address");
const done = document.querySelector(".done");
button.hidden = false;
button.addEventListener("click", async () => {
  field.focus();
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    // Only pages on https may use the clipboard; the old way works on all.
    document.execCommand("copy");
  }
  done.textContent = button.dataset.done;
});
