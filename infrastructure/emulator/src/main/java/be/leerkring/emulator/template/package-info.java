/** The stack's templates, read as CloudFormation reads them. */
package be.leerkring.emulator.template;
