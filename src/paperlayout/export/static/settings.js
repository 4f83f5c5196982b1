// 记住读者选的字号和底色；没有脚本时页面照样能读，只是不记。
for (const name of ["size", "light"]) {
  try {
    const kept = localStorage.getItem("paper-" + name);
    const button = kept && document.getElementById(name + "-" + kept);
    if (button) button.checked = true;
    for (const input of document.getElementsByName(name)) {
      input.addEventListener("change", () => localStorage.setItem("paper-" + name, input.id.slice(name.length + 1)));
    }
  } catch { /* 浏览器不许存：不记 */ }
}
