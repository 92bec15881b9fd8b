// Scores as people read them: from 0 to 1, as everywhere else. The matrix holds ten thousandths.
const format = (digits) => new Intl.NumberFormat(document.documentElement.lang, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format;
const exact = format(4);
const hundredths = Array.from({ length: 101 }, (_, n) => format(2)(n / 100));

/** With two decimals, as in cells; none is formatted while the map is drawn. */
export const inCell = (value) => hundredths[Math.round(value / 100)];

/** With all four decimals, as where a score is explained by factors that sum to it. */
export const explained = (value) => exact(value / 10000);
