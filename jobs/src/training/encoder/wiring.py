"""Writes how the encoder is wired: fewer, larger steps than the artifact's, over the artifact's own weights.

    python3 wiring.py ENCODER.onnx TOKENIZER.json ../replies OUT

ENCODER.onnx and TOKENIZER.json come from the artifact, OUT holds layers-v1.bin and gets wiring-v1.onnx. How far
each layer's inputs reach is measured on every tenth reply and fixed: what is made of a reply then doesn't depend on
which others are read beside it.
"""
import gzip
import os
import struct
import sys

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from encoder import Encoder, Tokenizer, Weights, node_path
from train import HINTS, read

VENDOR = "com.microsoft"
NORM = {"domain": VENDOR, "epsilon": 1e-12}
SHARE = 0.95


def trained(weights, path):
    """Puts our layers in the place of the artifact's, as TensorPatch.java does."""
    with gzip.open(path) as file:
        for _ in range(struct.unpack(">i", file.read(4))[0]):
            name = file.read(struct.unpack(">H", file.read(2))[0]).decode()
            weights.tensors[name].raw_data = file.read(struct.unpack(">i", file.read(4))[0])


def reaches(encoder, tokenizer, replies):
    """How far below and above zero the inputs of each layer's steps reach, but for the rarest."""
    seen = {}

    def watch(name, module):
        module.register_forward_pre_hook(lambda _, given: seen.setdefault(name, []).append(
            (given[0].min().item(), given[0].max().item())))

    for at, layer in enumerate(encoder.layers):
        for name, part in (("x", layer.q), ("a", layer.o), ("y", layer.f1), ("g", layer.f2)):
            watch(f"{name}{at}", part)
    encoder.eval()
    with torch.no_grad():
        for reply in replies:
            ids, segments = tokenizer.encode(reply["text"], HINTS[reply["context"]])
            states = encoder.embed(torch.tensor([ids]), torch.tensor([segments]))
            encoder.run(states, torch.ones(1, len(ids)), 0, len(encoder.layers))
    return {name: (np.quantile([low for low, _ in ends], 1 - SHARE), np.quantile([high for _, high in ends], SHARE))
            for name, ends in seen.items()}


class Wiring:
    def __init__(self, weights, reach):
        self.weights, self.reach, self.nodes, self.constants = weights, reach, [], []

    def add(self, kind, inputs, output, **how):
        self.nodes.append(helper.make_node(kind, inputs, [output], **how))
        return output

    def rounded(self, name):
        low, high = min(self.reach[name][0], 0), max(self.reach[name][1], 0)
        scale = (high - low) / 255
        self.constants.append(numpy_helper.from_array(np.array(scale, np.float32), name + "s"))
        self.constants.append(numpy_helper.from_array(np.array(round(-low / scale), np.uint8), name + "z"))
        return self.add("QuantizeLinear", [name, name + "s", name + "z"], name + "q")

    def product(self, name, layer, part, output, *bias):
        matrix = self.weights.quantised[node_path(layer, part)][:-len("_quantized")]
        return self.add("MatMulIntegerToFloat",
                        [name + "q", matrix + "_quantized", name + "s", matrix + "_scale", name + "z",
                         matrix + "_zero_point", *bias], output, domain=VENDOR)

    def embedding(self, kind, ids):
        weight = f"embeddings.{kind}_embeddings.weight"
        found = self.add("Gather", [weight + "_quantized", ids], kind + "q")
        return self.add("DequantizeLinear", [found, weight + "_scale", weight + "_zero_point"], kind)

    def embeddings(self):
        said = self.add("Add", [self.embedding("word", "ids"), self.embedding("token_type", "segments")], "said")
        self.add("SkipLayerNormalization",
                 [said, self.embedding("position", "places"), "embeddings.LayerNorm.weight",
                  "embeddings.LayerNorm.bias"], "x0", **NORM)

    def joined(self, new, old, layer, part, output):
        of = f"encoder.layer.{layer}.{part}"
        norm = of.replace("dense", "LayerNorm")
        self.add("SkipLayerNormalization", [new, old, norm + ".weight", norm + ".bias", of + ".bias"], output, **NORM)

    def layer(self, at):
        of = f"encoder.layer.{at}."
        self.rounded(f"x{at}")
        seen = [self.product(f"x{at}", at, part, f"{part[-5:]}{at}", of + part + ".bias")
                for part in ("attention.self.query", "attention.self.key", "attention.self.value")]
        self.add("MultiHeadAttention", seen, f"a{at}", domain=VENDOR, num_heads=12)
        self.rounded(f"a{at}")
        self.joined(self.product(f"a{at}", at, "attention.output.dense", f"o{at}"), f"x{at}", at,
                    "attention.output.dense", f"y{at}")
        self.rounded(f"y{at}")
        self.product(f"y{at}", at, "intermediate.dense", f"f{at}")
        self.add("BiasGelu", [f"f{at}", of + "intermediate.dense.bias"], f"g{at}", domain=VENDOR)
        self.rounded(f"g{at}")
        self.joined(self.product(f"g{at}", at, "output.dense", f"h{at}"), f"y{at}", at, "output.dense", f"x{at + 1}")

    def model(self, layers):
        self.embeddings()
        for at in range(layers):
            self.layer(at)
        given = [helper.make_tensor_value_info(name, TensorProto.INT64, ["replies", "pieces"])
                 for name in ("ids", "segments", "places")]
        states = helper.make_tensor_value_info(f"x{layers}", TensorProto.FLOAT, ["replies", "pieces", 384])
        graph = helper.make_graph(self.nodes, "encoder", given, [states], self.constants)
        opsets = [helper.make_opsetid("", 11), helper.make_opsetid(VENDOR, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=6, producer_name="rei-sms")


def main():
    path, tokenizer, replies, out = sys.argv[1:]
    weights = Weights(path)
    trained(weights, os.path.join(out, "layers-v1.bin"))
    torch.set_num_threads(1)
    reach = reaches(Encoder(weights), Tokenizer(tokenizer), read(replies)[::10])
    with open(os.path.join(out, "wiring-v1.onnx"), "wb") as file:
        file.write(Wiring(weights, reach).model(weights.layers()).SerializeToString(deterministic=True))


if __name__ == "__main__":
    main()
