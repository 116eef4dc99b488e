(function () {
  var table = document.getElementById("classes-table"), box = document.getElementById("class-search"), said = document.getElementById("class-found");
  if (!table || !box) { return; }
  var body = table.tBodies[0], rows = Array.prototype.slice.call(body.rows);
  var names = rows.map(function (row) { return row.cells[0].textContent.toLowerCase(); });
  box.addEventListener("input", function () {
    var wanted = box.value.toLowerCase(), found = 0;
    rows.forEach(function (row, index) { var fits = names[index].indexOf(wanted) >= 0; row.hidden = !fits; found += fits ? 1 : 0; });
    said.textContent = wanted ? found + " of " + rows.length : "";
  });
  Array.prototype.forEach.call(table.tHead.rows[0].cells, function (cell, column) {
    var button = cell.querySelector("button");
    if (!button) { return; }
    button.addEventListener("click", function () {
      var up = cell.getAttribute("aria-sort") !== "ascending";
      Array.prototype.forEach.call(table.tHead.rows[0].cells, function (other) { other.removeAttribute("aria-sort"); });
      cell.setAttribute("aria-sort", up ? "ascending" : "descending");
      var sorted = rows.slice().sort(function (a, b) {
        var x = a.cells[column].getAttribute("data-value"), y = b.cells[column].getAttribute("data-value");
        var order = x === null ? a.cells[column].textContent.localeCompare(b.cells[column].textContent) : Number(x) - Number(y);
        return up ? order : -order;
      });
      var all = document.createDocumentFragment();
      sorted.forEach(function (row) { all.appendChild(row); });
      body.appendChild(all);
    });
  });
})();
