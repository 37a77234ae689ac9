const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long it is until an instant, in the two largest units that matter; `null` when it has passed. */
export function timeLeft(until: Date, now: Date, locale: string): string | null {
  const left = until.getTime() - now.getTime();
  if (left < 0) return null;
  const days = Math.floor(left / day);
  const hours = Math.floor((left % day) / hour);
  const minutes = Math.floor((left % hour) / minute);
  const unit = (value: number, name: "day" | "hour" | "minute") =>
    new Intl.NumberFormat(locale, { style: "unit", unit: name, unitDisplay: "long" }).format(value);
  if (days > 0) return hours > 0 ? `${unit(days, "day")} ${unit(hours, "hour")}` : unit(days, "day");
  return hours > 0 ? `${unit(hours, "hour")} ${unit(minutes, "minute")}` : unit(minutes, "minute");
}
