"""The nouns every stage speaks: frozen values, no behaviour beyond what follows from their fields.

Type names (classes, relations, roles) are plain strings here; only the ontology says which exist.
"""

from kg.model.changes import changed as changed
from kg.model.document import Basis as Basis
from kg.model.document import Chain as Chain
from kg.model.document import Document as Document
from kg.model.document import DocumentId as DocumentId
from kg.model.document import Kind as Kind
from kg.model.document import Link as Link
from kg.model.document import NamedSpan as NamedSpan
from kg.model.document import NamedTie as NamedTie
from kg.model.document import Parse as Parse
from kg.model.document import Sentence as Sentence
from kg.model.document import Span as Span
from kg.model.document import Token as Token
from kg.model.resolution import Entity as Entity
from kg.model.resolution import Resolution as Resolution
from kg.model.statements import Bound as Bound
from kg.model.statements import Claim as Claim
from kg.model.statements import Count as Count
from kg.model.statements import EntityId as EntityId
from kg.model.statements import Event as Event
from kg.model.statements import EventId as EventId
from kg.model.statements import Extraction as Extraction
from kg.model.statements import Granularity as Granularity
from kg.model.statements import Literal as Literal
from kg.model.statements import Mention as Mention
from kg.model.statements import MentionId as MentionId
from kg.model.statements import Modality as Modality
from kg.model.statements import Quantity as Quantity
from kg.model.statements import Ref as Ref
from kg.model.statements import Referent as Referent
from kg.model.statements import Relation as Relation
from kg.model.statements import Role as Role
from kg.model.statements import TimeBounds as TimeBounds
from kg.model.statements import claims_made as claims_made
