"""The sentence encoder of the artifact as a PyTorch module, and its tokenizer."""
import json
import math
import re
import unicodedata

import numpy as np
import onnx
import torch
import torch.nn.functional as functional
from onnx import numpy_helper
from torch import nn

WIDTH = 384
PARTS = [("q", "attention.self.query"), ("k", "attention.self.key"), ("v", "attention.self.value"),
         ("o", "attention.output.dense"), ("f1", "intermediate.dense"), ("f2", "output.dense")]
NORMS = [("ln1", "attention.output.LayerNorm"), ("ln2", "output.LayerNorm")]


def node_path(layer, part):
    return f"/encoder/layer.{layer}/{part.replace('.', '/')}/MatMul"


class Weights:
    """The weights of a dynamically quantised ONNX file, as floats."""

    def __init__(self, path):
        graph = onnx.load(path).graph
        self.tensors = {tensor.name: tensor for tensor in graph.initializer}
        self.quantised = {node.name.replace("_quant", ""): node.input[1] for node in graph.node
                          if node.op_type == "MatMulInteger"}

    def plain(self, name):
        return torch.tensor(np.array(numpy_helper.to_array(self.tensors[name])))

    def restored(self, name):
        base = name[:-len("_quantized")]
        whole, scale, zero = (numpy_helper.to_array(self.tensors[base + end]).astype(np.float32)
                              for end in ("_quantized", "_scale", "_zero_point"))
        return torch.tensor((whole - zero) * scale)

    def layers(self):
        found = (re.search(r"layer\.(\d+)\.", name) for name in self.tensors)
        return 1 + max(int(match.group(1)) for match in found if match)


class Layer(nn.Module):
    def __init__(self, weights, at):
        super().__init__()
        for name, part in PARTS:
            matrix = weights.restored(weights.quantised[node_path(at, part)])
            linear = nn.Linear(*matrix.shape)
            linear.weight.data = matrix.T.contiguous()
            linear.bias.data = weights.plain(f"encoder.layer.{at}.{part}.bias")
            setattr(self, name, linear)
        for name, part in NORMS:
            norm = nn.LayerNorm(WIDTH, eps=1e-12)
            norm.weight.data = weights.plain(f"encoder.layer.{at}.{part}.weight")
            norm.bias.data = weights.plain(f"encoder.layer.{at}.{part}.bias")
            setattr(self, name, norm)
        self.drop = nn.Dropout(0.1)

    def forward(self, states, mask, heads=12):
        batch, length, width = states.shape

        def split(linear):
            return linear(states).view(batch, length, heads, width // heads).transpose(1, 2)

        scores = split(self.q) @ split(self.k).transpose(-1, -2) / math.sqrt(width // heads) + mask
        mixed = (self.drop(scores.softmax(-1)) @ split(self.v)).transpose(1, 2).reshape(batch, length, width)
        states = self.ln1(states + self.drop(self.o(mixed)))
        return self.ln2(states + self.drop(self.f2(functional.gelu(self.f1(states)))))


class Encoder(nn.Module):
    def __init__(self, weights):
        super().__init__()
        self.word, self.position, self.segment = (
            weights.restored(f"embeddings.{kind}_embeddings.weight_quantized")
            for kind in ("word", "position", "token_type"))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.norm.weight.data = weights.plain("embeddings.LayerNorm.weight")
        self.norm.bias.data = weights.plain("embeddings.LayerNorm.bias")
        self.layers = nn.ModuleList(Layer(weights, at) for at in range(weights.layers()))

    def embed(self, ids, segments):
        return self.norm(self.word[ids] + self.position[:ids.shape[1]] + self.segment[segments])

    def run(self, states, mask, first, last):
        hidden = (1 - mask[:, None, None, :]) * -1e4
        for layer in self.layers[first:last]:
            states = layer(states, hidden)
        return states


class Tokenizer:
    """The same cutting as WordPieces.java."""

    def __init__(self, path):
        with open(path) as file:
            self.vocabulary = json.load(file)["model"]["vocab"]

    def encode(self, reply, hint, longest=96):
        begin, separator = self.vocabulary["[CLS]"], self.vocabulary["[SEP]"]
        first = [begin] + self._pieces(reply)[:longest] + [separator]
        second = self._pieces(hint) + [separator]
        return first + second, [0] * len(first) + [1] * len(second)

    def _pieces(self, text):
        return [piece for word in _words(text) for piece in self._cut(word)]

    def _cut(self, word):
        pieces, start = [], 0
        while start < len(word):
            end = len(word) if len(word) <= 100 else start
            while end > start and ("##" if start else "") + word[start:end] not in self.vocabulary:
                end -= 1
            if end == start:
                return [self.vocabulary["[UNK]"]]
            pieces.append(self.vocabulary[("##" if start else "") + word[start:end]])
            start = end
        return pieces


def _words(text):
    words, word = [], ""
    for letter in unicodedata.normalize("NFD", text.lower()) + " ":
        kind = unicodedata.category(letter)
        if kind in ("Mn", "Cf") or (kind == "Cc" and not letter.isspace()):
            continue
        alone = kind[0] == "P" or (ord(letter) < 128 and not letter.isalnum() and not letter.isspace())
        if alone or letter.isspace():
            words += [word] if word else []
            word = ""
        if alone:
            words.append(letter)
        elif not letter.isspace():
            word += letter
    return words
