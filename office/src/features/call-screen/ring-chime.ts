/** Two soft tones, made on the spot: no file, and silent where sound is not allowed. */
export function ringChime(): void {
  const audio = new AudioContext()
  const gain = audio.createGain()
  gain.gain.value = 0.08
  gain.connect(audio.destination)
  for (const [index, hertz] of [660, 880].entries()) {
    const tone = audio.createOscillator()
    tone.frequency.value = hertz
    tone.connect(gain)
    tone.start(audio.currentTime + index * 0.25)
    tone.stop(audio.currentTime + index * 0.25 + 0.2)
  }
  setTimeout(() => void audio.close(), 1000)
}
