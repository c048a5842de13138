/// A value of a MessagePack file; strings and binaries are ranges of the file's bytes.
indirect enum MessageValue {
  case null
  case bool(Bool)
  case integer(UInt64)
  case negative(Int64)
  case float(Double)
  case string(Range<Int>)
  case binary(Range<Int>)
  case array([MessageValue])
  case map([(key: MessageValue, value: MessageValue)])
}
