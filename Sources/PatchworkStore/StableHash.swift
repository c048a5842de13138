/// A hash of a text that is the same in every run and version (FNV-1a, 64 bits).
func stableHash(_ text: String) -> Int64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  return Int64(bitPattern: hash)
}
