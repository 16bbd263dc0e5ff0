// 10^-7 TFT as people read them: 9431819 is 0.9431819 TFT.
export function tft(amount) {
  const [whole, part] = [BigInt(amount) / 10_000_000n, BigInt(amount) % 10_000_000n];
  return `${whole}.${String(part).padStart(7, '0')} TFT`;
}
