"""Document -> Parse, by one ONNX model; see `neural.Annotator`."""
